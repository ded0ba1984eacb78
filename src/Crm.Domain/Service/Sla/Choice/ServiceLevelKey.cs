namespace Crm.Domain.Service;

/// <summary>What a case was promised, exactly enough to reckon it again later: versions never change.</summary>
/// <param name="PolicyVersionId">The version of the policy.</param>
/// <param name="CalendarVersionId">The version of the calendar.</param>
/// <param name="Priority">The priority, which picks the targets.</param>
public sealed record ServiceLevelKey(SlaPolicyVersionId PolicyVersionId, ServiceCalendarVersionId CalendarVersionId, CasePriority Priority);
