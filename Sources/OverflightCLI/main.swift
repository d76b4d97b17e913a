print("overflight")
