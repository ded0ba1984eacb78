namespace Crm.Domain.Interactions;

/// <summary>A message as it would go out, before anybody asks whether it may.</summary>
/// <param name="Details">What is known of it.</param>
/// <param name="Recipient">Whom it goes to.</param>
/// <param name="AddressKind">Where its channel reaches a customer.</param>
/// <param name="Content">What it says.</param>
internal sealed record WrittenMessage(OutboundDetails Details, MessageRecipient Recipient, ChannelAddress AddressKind, OutboundContent Content);
