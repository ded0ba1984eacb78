namespace Crm.Domain.Marketing;

/// <summary>How a version of a journey went so far.</summary>
/// <param name="Key">The journey.</param>
/// <param name="Number">The version.</param>
/// <param name="Runs">How many runs there are of each status.</param>
/// <param name="Steps">Its steps, in the order of the definition.</param>
public sealed record JourneyStatistics(string Key, int Number, IReadOnlyDictionary<JourneyRunStatus, int> Runs, IReadOnlyList<JourneyStepFigures> Steps);
