import Airspaces
public import Flights
import Quantities

/// How a path meets a border, by its places alone: what stays when it is flown at other times.
struct Meeting: Sendable {
  var stays: [Stay] = []
  var nearest: Approach?

  /// One stay inside.
  struct Stay: Sendable {
    var entry: Passage?
    var exit: Passage?
    var start, end: PathCrossing.Position
    var length: Length
    var deepest: Approach?
    var southernTipDepth: Length?
    var entryDepth: Length?
  }

  /// A place at which the path is on the border.
  struct Passage: Sendable {
    var position: PathCrossing.Position
    /// The sine of the angle between path and border, and never zero.
    var sine: Double
  }

  /// A place as near to the border, or as deep inside, as the path gets.
  struct Approach: Sendable {
    var position: PathCrossing.Position
    var found: Findings.Approach
  }
}

extension Meeting {
  init(of encounter: Encounter) {
    stays = encounter.crossings.map(Stay.init)
    nearest = encounter.nearestApproach.map(Approach.init)
  }
}

extension Meeting.Stay {
  fileprivate init(_ crossing: Crossing) {
    entry = crossing.entry.map(Meeting.Passage.init)
    exit = crossing.exit.map(Meeting.Passage.init)
    (start, end) = (crossing.startPosition, crossing.endPosition)
    length = crossing.length
    deepest = crossing.deepest.map(Meeting.Approach.init)
    southernTipDepth = crossing.depthFromSouthernTip
    entryDepth = crossing.depthFromEntry
  }
}

extension Meeting.Passage {
  fileprivate init(_ passage: BorderPassage) {
    self.init(position: passage.position, sine: passage.boundedSine)
  }
}

extension BorderPassage {
  /// The sine of the angle between track and border, which along the border stays above zero.
  var boundedSine: Double { max(1e-3, angle.sine) }
}

extension Meeting.Approach {
  fileprivate init(_ approach: BorderApproach) {
    self.init(
      position: approach.position,
      found: Findings.Approach(distance: approach.distance, isCertain: approach.isCertain))
  }
}

extension Findings {
  /// What an encounter of a track comes to.
  ///
  /// - Parameters:
  ///   - encounter: How the track meets a border.
  ///   - track: The track.
  public init(of encounter: Encounter, along track: Track) {
    self.init(of: Meeting(of: encounter), at: Timetable(of: track))
  }

  /// What a meeting comes to when the path is flown at these times.
  init(of meeting: borrowing Meeting, at timetable: borrowing Timetable) {
    for index in meeting.stays.indices { add(meeting.stays[index], at: timetable) }
    guard isInside else {
      guard let approach = meeting.nearest else { return }
      nearest = approach.found
      figures.nearestApproach = approach.found.certainDistance
      refer(to: timetable.time(at: approach.position), in: timetable)
      return
    }
    figures.depth = deepest?.certainDistance
    (borderShift.duration, borderShift.length) = (
      borderShift.duration.squareRoot(), borderShift.length.squareRoot()
    )
  }

  private mutating func refer(to time: Instant, in timetable: borrowing Timetable) {
    referenceTime = time
    referenceSpeed = timetable.groundSpeed(at: time)
  }

  /// Adds one stay; those of the border's shifts are squares until all are added.
  private mutating func add(_ stay: Meeting.Stay, at timetable: borrowing Timetable) {
    figures.crossings += 1
    let isFirst = figures.crossings == 1
    figures.isComplete = figures.isComplete && stay.entry != nil && stay.exit != nil
    let (start, end) = (timetable.time(at: stay.start), timetable.time(at: stay.end))
    figures.duration = figures.duration + end.since(start)
    figures.length = figures.length + stay.length
    figures.exit = nil
    var entryShift = 0.0
    if let entry = stay.entry {
      let speed = timetable.groundSpeed(onLeg: entry.position.leg)
      entryShift = 1 / speed.metersPerSecond / entry.sine
      add(shiftOf: entry, at: speed)
      if isFirst {
        let time = timetable.time(at: entry.position)
        (figures.entry, figures.entrySpeed) = (time, speed)
        borderShift.entryTime = entryShift
        refer(to: time, in: timetable)
      }
    }
    if let exit = stay.exit {
      figures.exit = timetable.time(at: exit.position)
      add(shiftOf: exit, at: timetable.groundSpeed(onLeg: exit.position.leg))
    }
    // Of several that are equal it is the first.
    if let found = stay.deepest?.found, deepest.map({ found.distance > $0.distance }) ?? true {
      deepest = found
    }
    if let depth = stay.southernTipDepth {
      figures.southernTipDepth = max(depth, figures.southernTipDepth ?? depth)
    }
    if let depth = stay.entryDepth, let entry = stay.entry,
      figures.entryDepth.map({ depth > $0 }) ?? true
    {
      figures.entryDepth = depth
      borderShift.entryDepth = 1 / entry.sine
    }
  }

  private mutating func add(shiftOf passage: Meeting.Passage, at speed: Speed) {
    let (length, duration) = (1 / passage.sine, 1 / speed.metersPerSecond / passage.sine)
    borderShift.length += length * length
    borderShift.duration += duration * duration
  }
}

extension Findings.Approach {
  /// The distance, if no border beyond an extract can be nearer.
  fileprivate var certainDistance: Length? { isCertain ? distance : nil }
}
