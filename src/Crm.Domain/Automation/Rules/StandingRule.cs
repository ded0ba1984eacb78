namespace Crm.Domain.Automation;

/// <summary>A rule as it stands now, kept or written in code.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="EventName">Stored name of the event that it waits for.</param>
/// <param name="Definition">What it does, as JSON.</param>
/// <param name="Revision">Which version that is.</param>
/// <param name="Position">Its place among the rules of one event.</param>
/// <param name="IsEnabled">Whether it runs.</param>
/// <param name="IsCode">Whether the host wrote it in code.</param>
public sealed record StandingRule(AutomationRuleId Id, string Key, string Name, string EventName, string Definition, int Revision, int Position, bool IsEnabled, bool IsCode);
