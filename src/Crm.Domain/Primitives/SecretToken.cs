using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.Primitives;

/// <summary>Makes tokens, and the hashes under which they are kept. A random token of 256 bits needs no salt.</summary>
internal static class SecretToken
{
    private const int Bytes = 32;
    private const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash; null for a text that cannot be a token.</summary>
    public static string? HashOf(string token) =>
        token.Length == Length && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token))) : null;
}
