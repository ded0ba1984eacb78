namespace Crm.Domain.Automation;

/// <summary>
/// A process before and after it was changed: two windows of one length, each seen at its own end, so that both had the same time to come to an
/// end. The difference may have other causes than the change.
/// </summary>
/// <param name="Before">The window before the change, as of the change.</param>
/// <param name="After">The window after the change, as of its end.</param>
public sealed record LeadTimeChange(LeadTimeReport Before, LeadTimeReport After);
