using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Persistence.EfCore.Encryption;

/// <summary>
/// One column's way from text to stored text and back. Random: <c>crm1$key$…</c>; equal for equal texts: <c>crm1=…</c>; what follows
/// is nonce, tag and encrypted text in Base64 for URLs. A stored text without such a beginning was written before encryption was switched on.
/// </summary>
internal sealed class PersonalDataCipher(PersonalDataKeys keys, string purpose, bool isLookedUp)
{
    private const string Random = "crm1$";
    private const string Equal = "crm1=";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _purpose = Encoding.UTF8.GetBytes(purpose);

    public string Encrypt(string text)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        if (isLookedUp)
        {
            keys.IndexNonce(purpose, text, nonce);
            return Equal + Seal(keys.IndexCipher, nonce, text);
        }

        RandomNumberGenerator.Fill(nonce);
        var id = keys.CurrentId;
        return $"{Random}{id}${Seal(keys[id], nonce, text)}";
    }

    /// <exception cref="CryptographicException">The key is unknown, or the stored text was changed or belongs to another column.</exception>
    public string Decrypt(string stored)
    {
        if (stored.StartsWith(Equal, StringComparison.Ordinal))
        {
            return Open(keys.IndexCipher, stored.AsSpan(Equal.Length));
        }

        if (!stored.StartsWith(Random, StringComparison.Ordinal))
        {
            return stored;
        }

        var end = stored.IndexOf('$', Random.Length);
        return end < 0 ? throw Damaged() : Open(keys[stored[Random.Length..end]], stored.AsSpan(end + 1));
    }

    /// <summary>What a text that <see cref="Encrypt"/> would write now begins with.</summary>
    public string Beginning => isLookedUp ? Equal : $"{Random}{keys.CurrentId}$";

    /// <summary>Whether a stored text was encrypted, though not as it would be now.</summary>
    public bool IsOutdated(string stored) => stored.StartsWith(Random, StringComparison.Ordinal) && !stored.StartsWith(Beginning, StringComparison.Ordinal);

    private string Seal(byte[] key, ReadOnlySpan<byte> nonce, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var sealedText = new byte[NonceLength + TagLength + length];
        nonce.CopyTo(sealedText);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, Encoding.UTF8.GetBytes(text), sealedText.AsSpan(NonceLength + TagLength), sealedText.AsSpan(NonceLength, TagLength), _purpose);
        return Base64Url.EncodeToString(sealedText);
    }

    private string Open(byte[] key, ReadOnlySpan<char> stored)
    {
        if (!Base64Url.IsValid(stored, out var length) || length < NonceLength + TagLength)
        {
            throw Damaged();
        }

        var sealedText = Base64Url.DecodeFromChars(stored).AsSpan();
        var text = new byte[sealedText.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(sealedText[..NonceLength], sealedText[(NonceLength + TagLength)..], sealedText.Slice(NonceLength, TagLength), text, _purpose);
        return Encoding.UTF8.GetString(text);
    }

    private CryptographicException Damaged() => new($"The encrypted value of {purpose} is damaged.");
}
