namespace Crm.Domain.Privacy;

/// <summary>What one batch of a policy did.</summary>
/// <param name="Done">Records that were erased, anonymised or deleted.</param>
/// <param name="Refused">Records that could not be just now; the next run tries them again.</param>
/// <param name="Next">Where the next batch begins; null when the policy is through.</param>
public sealed record RetentionProgress(int Done, int Refused, Guid? Next);
