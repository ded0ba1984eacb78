namespace Crm.Domain.Interactions;

/// <summary>Whether a person or a program wrote a message, and what follows from it.</summary>
/// <param name="Origin">What made it.</param>
/// <param name="IsAutomatic">True: it counts neither as the customer's answer nor as an agent's.</param>
/// <param name="MayAutoReply">True: an automatic answer can be sent to it without a loop and without a nuisance (RFC 3834 section 2).</param>
public sealed record MessageNature(MessageOrigin Origin, bool IsAutomatic, bool MayAutoReply)
{
    internal static readonly MessageNature Person = new(MessageOrigin.Person, IsAutomatic: false, MayAutoReply: true);

    /// <summary>The sign that decided, such as <c>Precedence: list</c>.</summary>
    /// <value>Null when nothing speaks against a person.</value>
    public string? Because { get; init; }

    /// <summary>What a mail system reports of the recipients.</summary>
    /// <value>Null when the message is no delivery report.</value>
    public DeliveryReport? Delivery { get; init; }
}
