using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Intake;

/// <summary>
/// Message-IDs and reply addresses that lead back to a case and that nobody else can make: they carry the case and an HMAC-SHA256 over
/// it under the host's key. They say which case is meant, never who writes.
/// </summary>
/// <remarks>Scoped service: what one tenant issued says nothing to another.</remarks>
public sealed class MessageTokens
{
    private const int IdBytes = 16;
    private const int RandomBytes = 16;
    private const int IdMacBytes = 16;
    private const int AddressMacBytes = 12;
    private const int MaxDomainLength = 255;

    private readonly byte[][] _keys;
    private readonly CrmScopeAccessor _scope;

    /// <summary>Takes the keys from the options.</summary>
    /// <param name="options">The options of the CRM.</param>
    /// <param name="scope">Says whose tokens they are.</param>
    public MessageTokens(IOptions<CrmOptions> options, CrmScopeAccessor scope)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settled = options.Value.Intake;
        _keys = settled.TokenKey is null ? [] : [.. settled.FormerTokenKeys.Prepend(settled.TokenKey).Select(Convert.FromBase64String)];
        _scope = scope;
    }

    /// <summary>Whether the host gave a key.</summary>
    public bool HasKey => _keys.Length > 0;

    /// <summary>A new Message-ID for a mail about a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="domain">The domain of the sender, such as <c>example.org</c>.</param>
    /// <returns>The Message-ID with its angle brackets; a new one at every call.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    /// <exception cref="ArgumentException"><paramref name="domain"/> is no domain.</exception>
    public string NewMessageId(ServiceCaseId id, string domain)
    {
        if (!EmailAddress.TryParse($"crm@{domain}", out var sample) || sample.Domain.Length > MaxDomainLength)
        {
            throw new ArgumentException("A domain such as example.org was expected.", nameof(domain));
        }

        var payload = new byte[IdBytes + RandomBytes];
        Payload(id).CopyTo(payload, 0);
        RandomNumberGenerator.Fill(payload.AsSpan(IdBytes));
        var mac = Mac(Key, "message-id", payload).AsSpan(0, IdMacBytes);
        return $"<{TokenText.Of(payload.AsSpan(0, IdBytes))}.{TokenText.Of(payload.AsSpan(IdBytes))}.{TokenText.Of(mac)}@{sample.Domain}>";
    }

    /// <summary>The address of a mailbox with the case behind a plus sign, for <c>Reply-To</c>; the mail server must deliver such addresses to the mailbox.</summary>
    /// <param name="id">The case.</param>
    /// <param name="mailbox">The mailbox; at most 16 characters before the @.</param>
    /// <returns>The address; the same one at every call.</returns>
    /// <exception cref="InvalidOperationException">The host gave no key.</exception>
    /// <exception cref="FormatException">The address would be too long.</exception>
    public EmailAddress ReplyAddress(ServiceCaseId id, EmailAddress mailbox)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        var payload = Payload(id);
        var at = mailbox.Value.LastIndexOf('@');
        var token = TokenText.Of([.. payload, .. Mac(Key, "reply-address", payload).AsSpan(0, AddressMacBytes)]);
        return EmailAddress.Parse($"{mailbox.Value[..at]}+{token}{mailbox.Value[at..]}");
    }

    /// <summary>The case that a Message-ID or reply address of ours leads to.</summary>
    /// <param name="text">The Message-ID, with or without angle brackets, or the address.</param>
    /// <returns>The case; null when we did not issue it.</returns>
    public ServiceCaseId? Read(string? text)
    {
        if (!HasKey || text is null || text.LastIndexOf('@') is not (> 0 and var at))
        {
            return null;
        }

        var local = text.AsSpan(0, at).Trim(" <");
        if (local.LastIndexOf('+') is >= 0 and var plus)
        {
            return TokenText.Read(local[(plus + 1)..], IdBytes + AddressMacBytes) is { } address && IsOurs("reply-address", address[..IdBytes], address[IdBytes..]) ? Case(address) : null;
        }

        var first = local.IndexOf('.');
        var last = local.LastIndexOf('.');
        return first > 0 && last > first
            && TokenText.Read(local[..first], IdBytes) is { } id && TokenText.Read(local[(first + 1)..last], RandomBytes) is { } random && TokenText.Read(local[(last + 1)..], IdMacBytes) is { } mac
            && IsOurs("message-id", [.. id, .. random], mac) ? Case(id) : null;
    }

    private byte[] Key => HasKey ? _keys[0] : throw new InvalidOperationException("CrmOptions.Intake.TokenKey is not set.");

    private static byte[] Payload(ServiceCaseId id) => Guard.NotEmpty(id).Value.ToByteArray(bigEndian: true);

    private static ServiceCaseId? Case(ReadOnlySpan<byte> payload) => new Guid(payload[..IdBytes], bigEndian: true) is var id && id != Guid.Empty ? ServiceCaseId.From(id) : null;

    private bool IsOurs(string purpose, byte[] payload, byte[] mac)
    {
        var ours = false;
        foreach (var key in _keys)
        {
            ours |= CryptographicOperations.FixedTimeEquals(Mac(key, purpose, payload).AsSpan(0, mac.Length), mac);
        }

        return ours;
    }

    private byte[] Mac(byte[] key, string purpose, byte[] payload)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"crm\n{purpose}\n{_scope.Current?.TenantId}\n"), .. payload];
        return HMACSHA256.HashData(key, signed);
    }
}
