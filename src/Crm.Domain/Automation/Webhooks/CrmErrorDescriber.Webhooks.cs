namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such subscription.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookNotFound(string key) => Error(nameof(WebhookNotFound), "There is no webhook {0}.", "webhook", key);

    /// <summary>Another subscription has this key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookKeyTaken(string key) => Error(nameof(WebhookKeyTaken), "There is a webhook {0} already.", "key", key);

    /// <summary>A webhook may not go to this target.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookTargetRefused(string reason) => Error(nameof(WebhookTargetRefused), "A webhook may not go there: {0}.", "target", reason);

    /// <summary>The subscription is active.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookAlreadyActive(string key) => Error(nameof(WebhookAlreadyActive), "The webhook {0} is active already.", "webhook", key);

    /// <summary>The subscription is not active.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookInactive(string key) => Error(nameof(WebhookInactive), "The webhook {0} is not active.", "webhook", key);

    /// <summary>There is no such delivery.</summary>
    /// <param name="key">The event.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookDeliveryNotFound(string key) => Error(nameof(WebhookDeliveryNotFound), "There is no delivery of the event {0}.", "delivery", key);

    /// <summary>The delivery waits to be sent.</summary>
    /// <param name="key">The event.</param>
    /// <returns>The error.</returns>
    public virtual CrmError WebhookDeliveryWaiting(string key) => Error(nameof(WebhookDeliveryWaiting), "The delivery of the event {0} waits to be sent already.", "delivery", key);
}
