using Crm.Domain.Values;

namespace Crm.Domain.Automation;

/// <summary>Something that the history of a record tells: a kind of entry of its timeline, or of the log of cases.</summary>
/// <param name="Kind">The kind, such as <c>case-replied</c>; of the log of cases <see cref="CaseResolved"/> and <see cref="CaseClosed"/>.</param>
/// <param name="Direction">Only entries of this direction; null for all.</param>
public sealed record LeadTimeEvent(string Kind, Direction? Direction = null)
{
    /// <summary>A case was resolved: by its log, whatever the status is called.</summary>
    public const string CaseResolved = "case-log:resolved";

    /// <summary>A case was closed: by its log, whatever the status is called.</summary>
    public const string CaseClosed = "case-log:closed";
}
