using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>
/// Signs webhooks as Standard Webhooks 1.0 does: HMAC-SHA256 under the secret, over id, time and body joined by dots, in Base64 behind
/// <c>v1,</c>. Receivers check with <see cref="Verify"/>.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the id of the message: the same at every try.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of the try, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures, joined by blanks.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>Makes a secret of 32 random bytes.</summary>
    /// <returns>The secret, which begins with <c>whsec_</c>.</returns>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether a text is a secret: 24 to 64 bytes in Base64 behind <c>whsec_</c>.</summary>
    /// <param name="secret">The text.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsSecret(string secret) => Key(secret) is not null;

    /// <summary>Signs a message.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">Id of the message.</param>
    /// <param name="at">Time of the try; its whole seconds count.</param>
    /// <param name="body">The body.</param>
    /// <returns>The signature, such as <c>v1,K5oZ…</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is no secret.</exception>
    public static string Sign(string secret, string id, Instant at, string body) =>
        Version + Convert.ToBase64String(Hash(Key(secret) ?? throw new ArgumentException("A secret is 24 to 64 bytes in Base64 behind whsec_.", nameof(secret)), id, at.ToUnixTimeSeconds(), body));

    /// <summary>Checks a message that came in. A message that is too old or from the future may be a repetition by somebody else.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">The header <see cref="IdHeader"/>.</param>
    /// <param name="timestamp">The header <see cref="TimestampHeader"/>.</param>
    /// <param name="signatures">The header <see cref="SignatureHeader"/>.</param>
    /// <param name="body">The body as it came, byte for byte.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="tolerance">How far the time may be from now; five minutes when null.</param>
    /// <returns>Whether one of the signatures is right and the time is near.</returns>
    public static bool Verify(string secret, string id, string timestamp, string signatures, string body, Instant now, Duration? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        if (Key(secret) is not { } key || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > (tolerance ?? Duration.FromMinutes(5)).TotalSeconds)
        {
            return false;
        }

        var right = Encoding.ASCII.GetBytes(Version + Convert.ToBase64String(Hash(key, id, seconds, body)));
        return signatures.Split(' ').Any(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(s), right));
    }

    private static byte[] Hash(byte[] key, string id, long seconds, string body) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.{body}")));

    private static byte[]? Key(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var bytes = new byte[secret.Length];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length is >= 24 and <= 64
            ? bytes[..length]
            : null;
    }
}
