namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such activity.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityNotFound(string key) => Error(nameof(ActivityNotFound), "There is no activity {0}.", "activity", key);

    /// <summary>No such kind of activity is registered.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityKindUnknown(string kind) => Error(nameof(ActivityKindUnknown), "No kind of activity {0} is registered.", "kind", kind);

    /// <summary>The activity is settled.</summary>
    /// <param name="subject">What was to be done.</param>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityNotOpen(string subject, string status) =>
        Error(nameof(ActivityNotOpen), "“{0}” is no longer open, but: {1}.", "activity", subject, status);

    /// <summary>The activity's kind or status does not allow this.</summary>
    /// <param name="subject">What is to be done.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityTransitionNotAllowed(string subject, string from, string to) =>
        Error(nameof(ActivityTransitionNotAllowed), "“{0}” cannot go from {1} to {2}.", "activity", subject, from, to);

    /// <summary>The activity's time has not come.</summary>
    /// <param name="subject">What is to be done.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityNotDue(string subject) => Error(nameof(ActivityNotDue), "The time of “{0}” has not come yet.", "activity", subject);

    /// <summary>The activity has no such participant.</summary>
    /// <param name="number">The participant.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityParticipantNotFound(int number) => Error(nameof(ActivityParticipantNotFound), "The activity has no participant {0}.", "participant", number);

    /// <summary>The address is invited already.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityParticipantPresent(string address) => Error(nameof(ActivityParticipantPresent), "{0} is invited already.", "participant", address);

    /// <summary>The activity has as many participants as it can.</summary>
    /// <param name="most">How many that are.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityFull(int most) => Error(nameof(ActivityFull), "At most {0} can take part.", "participant", most);

    /// <summary>There is such a reminder already, or there are as many as there can be.</summary>
    /// <param name="most">How many there can be.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityReminderPresent(int most) =>
        Error(nameof(ActivityReminderPresent), "There is a reminder at that time already, or there are {0}.", "reminder", most);

    /// <summary>No reminder of the activity is due.</summary>
    /// <param name="subject">What is to be done.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ActivityReminderNotDue(string subject) => Error(nameof(ActivityReminderNotDue), "No reminder of “{0}” is due.", "reminder", subject);
}
