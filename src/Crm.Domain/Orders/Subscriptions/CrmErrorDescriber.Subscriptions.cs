namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such subscription.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SubscriptionNotFound(string key) => Error(nameof(SubscriptionNotFound), "There is no subscription {0}.", "subscription", key);

    /// <summary>The subscription's status does not allow this.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SubscriptionTransitionNotAllowed(string number, string from, string to) =>
        Error(nameof(SubscriptionTransitionNotAllowed), "Subscription {0} cannot go from {1} to {2}.", "subscription", number, from, to);

    /// <summary>The subscription ends with its period already.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SubscriptionEndsAlready(string number) => Error(nameof(SubscriptionEndsAlready), "Subscription {0} ends with its period already.", "subscription", number);

    /// <summary>The subscription is in another currency.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="currency">Its currency.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SubscriptionCurrencyDiffers(string number, string currency) =>
        Error(nameof(SubscriptionCurrencyDiffers), "Subscription {0} is in {1}.", "price", number, currency);
}
