namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such message.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageNotFound(string key) => Error(nameof(MessageNotFound), "There is no message {0}.", "message", key);

    /// <summary>The message does not wait to be sent.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageNotQueued(string subject, string status) => Error(nameof(MessageNotQueued), "“{0}” does not wait to be sent now, but: {1}.", "message", subject, status);

    /// <summary>The message was not sent.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageNotSent(string subject, string status) => Error(nameof(MessageNotSent), "“{0}” is not on its way, but: {1}.", "message", subject, status);

    /// <summary>The message is not parked.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageNotFailed(string subject, string status) => Error(nameof(MessageNotFailed), "“{0}” did not fail, but: {1}.", "message", subject, status);

    /// <summary>The customer may not be contacted so.</summary>
    /// <param name="barrier">Name of the barrier.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageNotPermitted(string barrier) => Error(nameof(MessageNotPermitted), "The customer may not be contacted so: {0}.", "customer", barrier);

    /// <summary>So many messages went to the recipient or the case already that no more may.</summary>
    /// <param name="most">How many there may be.</param>
    /// <param name="window">Within which time.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageCeilingReached(int most, string window) =>
        Error(nameof(MessageCeilingReached), "No more than {0} messages within {1} go there.", "message", most, window);

    /// <summary>No sender is registered for the channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageSenderMissing(string channel) => Error(nameof(MessageSenderMissing), "No sender is registered for channel {0}.", "channel", channel);
}
