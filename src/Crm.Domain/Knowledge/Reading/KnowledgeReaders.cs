using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Keyed hashes (HMAC-SHA256, its first 128 bits) of readers and of words: enough to know them again, and nothing to read them from without
/// the host's secret. A guest is known by the key that the host gives, such as the value of a cookie, everybody else by being signed in.
/// </summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class KnowledgeReaders
{
    /// <summary>Longest key of a guest.</summary>
    public const int MaxKeyLength = 200;

    private readonly byte[]? _secret;

    /// <summary>Takes the secret from the options.</summary>
    /// <param name="options">The options of the CRM.</param>
    public KnowledgeReaders(IOptions<CrmOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _secret = options.Value.KnowledgeReading.ReaderSecret is { } secret ? Convert.FromBase64String(secret) : null;
    }

    /// <summary>Whether the host gave a secret.</summary>
    public bool HasSecret => _secret is not null;

    /// <summary>The hash of whoever acts.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="guestKey">The key by which the host knows a guest again; not looked at for others.</param>
    /// <returns>The hash; null for a guest without a key.</returns>
    /// <exception cref="ArgumentException">The key has control characters or more than <see cref="MaxKeyLength"/> characters.</exception>
    /// <exception cref="InvalidOperationException">The host gave no secret.</exception>
    public KnowledgeReaderId? Of(Actor actor, string? guestKey = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind == ActorKind.Guest ? OfGuest(guestKey) : KnowledgeReaderId.From(Hash($"reader\0{actor.Kind}\0{actor.Id}"));
    }

    /// <summary>The hash of a guest.</summary>
    /// <param name="guestKey">The key by which the host knows the guest again.</param>
    /// <returns>The hash; null without a key.</returns>
    /// <exception cref="ArgumentException">The key has control characters or more than <see cref="MaxKeyLength"/> characters.</exception>
    /// <exception cref="InvalidOperationException">The host gave no secret.</exception>
    public KnowledgeReaderId? OfGuest(string? guestKey) => Guard.OptionalLine(guestKey, MaxKeyLength) is { } key ? KnowledgeReaderId.From(Hash($"reader\0{ActorKind.Guest}\0{key}")) : null;

    /// <summary>The hash of a word.</summary>
    /// <param name="language">Its language, as the primary subtag.</param>
    /// <param name="term">The word as the analyser of the language cuts it.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="InvalidOperationException">The host gave no secret.</exception>
    public Guid OfWord(string language, string term) => Hash($"word\0{language}\0{term}");

    /// <summary>The customer that an actor reads for; null for whoever is not signed in as a customer.</summary>
    internal static CustomerId? CustomerOf(Actor actor) =>
        actor.Kind == ActorKind.PortalCustomer && actor.ActsFor.FirstOrDefault(s => s.Kind == SubjectKinds.Customer) is { } customer ? CustomerId.From(customer.Id) : null;

    private Guid Hash(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret ?? throw new InvalidOperationException("CrmOptions.KnowledgeReading.ReaderSecret is not set."), Encoding.UTF8.GetBytes(text), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
