namespace Crm.Domain.Interactions;

/// <summary>Names of texts that templates may use since senders give them with each message. Registered as singletons.</summary>
/// <param name="Texts">The names, such as <c>campaign.name</c>. Where a sender gives no value they are empty.</param>
public sealed record MessageNames(IReadOnlyList<string> Texts);
