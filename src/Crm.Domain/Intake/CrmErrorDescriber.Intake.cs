namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>A message says nothing of who sent it.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SenderMissing() => Error(nameof(SenderMissing), "The message does not say who sent it.", "from");

    /// <summary>The sender's address is none of its channel.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SenderInvalid(string address) => Error(nameof(SenderInvalid), "The message cannot have come from {0}, which is no address of its channel.", "from", address);

    /// <summary>The sender is not known, and unknown senders are not recorded.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SenderUnknown() => Error(nameof(SenderUnknown), "No customer has the address that the message came from.", "from");

    /// <summary>The sender's address must not be used again.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SenderSuppressed() => Error(nameof(SenderSuppressed), "The message came from an address that must not be used again.", "from");

    /// <summary>Several customers share the sender's address.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SenderAmbiguous(int count) => Error(nameof(SenderAmbiguous), "{0} customers share the address that the message came from.", "from", count);

    /// <summary>A subject, name or address would break a header.</summary>
    /// <param name="target">Which one.</param>
    /// <returns>The error.</returns>
    public virtual CrmError HeaderBroken(string target) => Error(nameof(HeaderBroken), "The message has a line break or NUL in its {0}, where none can be.", target, target);

    /// <summary>A message brings more than is taken.</summary>
    /// <param name="amount">How much.</param>
    /// <returns>The error.</returns>
    public virtual CrmError MessageTooLarge(string amount) => Error(nameof(MessageTooLarge), "The message brings more than is taken: {0}.", "message", amount);

    /// <summary>A message is our own, come back.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError MessageIsOurs() => Error(nameof(MessageIsOurs), "The message is one of ours that came back.", "message");

    /// <summary>A program wrote a message that concerns no customer.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError MessageConcernsNobody() => Error(nameof(MessageConcernsNobody), "A program wrote the message, and it concerns no customer.", "message");
}
