namespace Crm.Domain.Primitives;

/// <summary>An event that belongs into the timeline of a customer or another record.</summary>
public interface ITimelineEvent : ICrmEvent
{
    /// <summary>Says what the timeline shows of this event and under which records.</summary>
    /// <returns>The timeline row to write in the same transaction as the event.</returns>
    TimelineNote ToTimeline();
}
