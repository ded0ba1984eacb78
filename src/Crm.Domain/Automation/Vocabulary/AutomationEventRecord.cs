namespace Crm.Domain.Automation;

/// <summary>A record that an event names.</summary>
/// <param name="Kind">Kind of record; see <c>SubjectKinds</c>.</param>
/// <param name="Member">The member of the event's JSON that holds the record's id.</param>
public sealed record AutomationEventRecord(string Kind, string Member);
