namespace Crm.Domain.Marketing;

/// <summary>What came of an action.</summary>
/// <param name="IsDone">Whether it was done; otherwise it was skipped.</param>
/// <param name="Note">What was done, or the code of the reason why not.</param>
public readonly record struct JourneyActed(bool IsDone, string Note);
