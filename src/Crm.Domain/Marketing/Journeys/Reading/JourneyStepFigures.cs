namespace Crm.Domain.Marketing;

/// <summary>How a step of a version went.</summary>
/// <param name="Step">The step.</param>
/// <param name="Entered">How many contacts came to it.</param>
/// <param name="Done">For how many it was done, or the wait is over.</param>
/// <param name="Skipped">For how many it was not done.</param>
/// <param name="Yes">How many took the yes path.</param>
/// <param name="No">How many took the no path.</param>
/// <param name="Waiting">How many stand there now.</param>
/// <param name="Reasons">The reasons of those skipped, with how many there are of each.</param>
public sealed record JourneyStepFigures(string Step, int Entered, int Done, int Skipped, int Yes, int No, int Waiting, IReadOnlyDictionary<string, int> Reasons);
