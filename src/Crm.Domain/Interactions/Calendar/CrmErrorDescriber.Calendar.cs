namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A calendar object cannot be read.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reason">What is wrong.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CalendarUnreadable(int line, string reason) => Error(nameof(CalendarUnreadable), "The calendar object cannot be read, line {0}: {1}", "calendar", line, reason);

    /// <summary>A calendar object was sent for something that is not accepted, such as a counter-proposal.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CalendarMethodNotAccepted(string method) =>
        Error(nameof(CalendarMethodNotAccepted), "Only answers to invitations are accepted, not {0}.", "calendar", method);

    /// <summary>Whoever answers was not invited.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CalendarAttendeeUnknown(string address) => Error(nameof(CalendarAttendeeUnknown), "{0} was not invited.", "attendee", address);

    /// <summary>An older invitation was answered.</summary>
    /// <param name="answered">The invitation that was answered.</param>
    /// <param name="current">The latest invitation.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CalendarReplyOutdated(int answered, int current) =>
        Error(nameof(CalendarReplyOutdated), "The answer is to invitation {0} or older than the last answer; the latest invitation is {1}.", "calendar", answered, current);

    /// <summary>An invitation needs an organiser with an e-mail address.</summary>
    /// <param name="subject">What is to be done.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CalendarOrganiserMissing(string subject) =>
        Error(nameof(CalendarOrganiserMissing), "“{0}” has no organiser with an e-mail address.", "organiser", subject);

    /// <summary>The activity was not called off.</summary>
    /// <param name="subject">What is to be done.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityNotCancelled(string subject) => Error(nameof(ActivityNotCancelled), "“{0}” was not called off.", "activity", subject);
}
