using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Persistence.EfCore.Encryption;

/// <summary>
/// The keys under which personal data is encrypted: any number of data keys, of which one encrypts what is written now, and one
/// index key for what is looked up. Keep one instance for the life of the process and give it to <c>EncryptPersonalData</c>; keys can
/// be added and changed over while the application runs. Thread-safe. Where keys come from (a vault, a file) is the host's affair.
/// </summary>
/// <remarks>
/// Values are encrypted with AES-256-GCM under a random nonce, and bound to their table and column. What is looked up by its whole
/// value is encrypted so that equal values look equal, under keys derived (HKDF) from the index key, with the nonce made from the value by
/// HMAC-SHA-256. Whoever holds the database without the keys sees lengths, and which of the looked-up values are equal.
/// </remarks>
public sealed class PersonalDataKeys
{
    /// <summary>Length of every key in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>Longest id of a key.</summary>
    public const int MaxIdLength = 32;

    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private readonly byte[] _indexCipher;
    private readonly byte[] _indexNonce;
    private readonly byte[] _searchKey;
    private volatile string _current;

    /// <summary>Begins with one data key.</summary>
    /// <param name="currentId">Id of the data key, stored with each value: 1 to 32 lower-case letters, digits and hyphens.</param>
    /// <param name="currentKey">The data key: 32 random bytes.</param>
    /// <param name="indexKey">The index key: 32 other random bytes. It stays as long as the data.</param>
    /// <exception cref="ArgumentException">An id or a key has another form, or both keys are the same.</exception>
    public PersonalDataKeys(string currentId, ReadOnlySpan<byte> currentKey, ReadOnlySpan<byte> indexKey)
    {
        if (indexKey.Length != KeyLength || indexKey.SequenceEqual(currentKey))
        {
            throw new ArgumentException($"The index key has {KeyLength} bytes and is no data key.", nameof(indexKey));
        }

        var index = indexKey.ToArray();
        _indexCipher = HKDF.DeriveKey(HashAlgorithmName.SHA256, index, KeyLength, info: "crm index cipher"u8.ToArray());
        _indexNonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, index, KeyLength, info: "crm index nonce"u8.ToArray());
        _searchKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, index, KeyLength, info: "crm search"u8.ToArray());
        Add(currentId, currentKey);
        _current = currentId;
    }

    /// <summary>Id of the data key that encrypts what is written now.</summary>
    public string CurrentId => _current;

    /// <summary>
    /// Adds a data key, to read what was encrypted with it. With several processes, add a new key everywhere before
    /// <see cref="Use"/> is called anywhere.
    /// </summary>
    /// <param name="id">Its id: 1 to 32 lower-case letters, digits and hyphens.</param>
    /// <param name="key">32 random bytes.</param>
    /// <exception cref="ArgumentException">The id or the key has another form, or the id stands for another key already.</exception>
    public void Add(string id, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > MaxIdLength || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new ArgumentException($"The id of a key has 1 to {MaxIdLength} lower-case letters, digits and hyphens.", nameof(id));
        }

        if (key.Length != KeyLength)
        {
            throw new ArgumentException($"A key has {KeyLength} bytes.", nameof(key));
        }

        if (!CryptographicOperations.FixedTimeEquals(_keys.GetOrAdd(id, key.ToArray()), key))
        {
            throw new ArgumentException($"'{id}' is the id of another key already.", nameof(id));
        }
    }

    /// <summary>Encrypts from now on with a key that was added. What is stored stays as it is until <see cref="PersonalDataEncryption.ReencryptAsync"/>.</summary>
    /// <param name="id">Id of the key.</param>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public void Use(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        _current = _keys.ContainsKey(id) ? id : throw new ArgumentException($"There is no key '{id}'.", nameof(id));
    }

    /// <summary>The key of an id.</summary>
    internal byte[] this[string id] => _keys.TryGetValue(id, out var key)
        ? key
        : throw new CryptographicException($"Personal data was encrypted with the key '{id}', which is not among the keys of this process.");

    internal byte[] IndexCipher => _indexCipher;

    /// <summary>Twelve bytes that are the same for one value of one column, and otherwise like random ones.</summary>
    internal void IndexNonce(string purpose, string text, Span<byte> nonce)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_indexNonce, Encoding.UTF8.GetBytes($"{purpose}\0{text}"), hash);
        hash[..nonce.Length].CopyTo(nonce);
    }

    /// <summary>The word that stands for a search key: 22 characters that say nothing without the index key.</summary>
    internal string SearchWord(string kind, string key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_searchKey, Encoding.UTF8.GetBytes($"{kind}\0{key}"), hash);
        return Convert.ToBase64String(hash[..16])[..22];
    }
}
