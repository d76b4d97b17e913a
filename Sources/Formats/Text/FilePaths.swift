/// What paths have in common.
public enum FilePaths {
  /// Whether two paths lead to one file, by whatever names, or would if it were made.
  ///
  /// - Returns: Also where only one of the files is there yet; `false` where a folder is missing.
  public static func areSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (first, second) = (try? SystemCalls.status(of: a), try? SystemCalls.status(of: b))
    if let first, let second { return first.identity == second.identity }
    guard first == nil, second == nil else { return false }
    let (place, other) = (folderAndName(a), folderAndName(b))
    guard place.name == other.name,
      let folder = try? SystemCalls.status(of: place.folder.isEmpty ? "." : String(place.folder)),
      let otherFolder = try? SystemCalls.status(
        of: other.folder.isEmpty ? "." : String(other.folder))
    else { return false }
    return folder.identity == otherFolder.identity
  }
}
