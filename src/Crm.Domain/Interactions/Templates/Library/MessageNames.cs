namespace Crm.Domain.Interactions;

/// <summary>Names of texts that templates may use since senders give them with each message. Registered as singletons.</summary>
/// <param name="Texts">The names, such as <c>campaign.name</c>. Where a sender gives no value they are empty.</param>
public sealed record MessageNames(IReadOnlyList<string> Texts)
{
    /// <summary>What stands for names in every message, such as a mark that an <see cref="IMessageSeal"/> replaces right before it is sent.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
