using System.Runtime.InteropServices;

namespace Crm.Domain.Customers;

/// <summary>The distinct values of one kind of field: each has a number, so that records hold numbers and levels can be remembered.</summary>
internal sealed class FieldPool
{
    /// <summary>The number of no value.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<FieldText> _texts = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    public int Count => _texts.Count;

    public FieldText this[int number] => _texts[number];

    /// <summary>The number of a value in comparison form; <see cref="None"/> of an empty one.</summary>
    public int Add(string text)
    {
        if (text.Length == 0)
        {
            return None;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, text, out var known);
        if (!known)
        {
            number = _texts.Count;
            var value = new FieldText(text);
            _texts.Add(value);
            foreach (var word in value.Words)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _)++;
            }
        }

        return number;
    }

    /// <summary>In how many distinct values a word stands.</summary>
    public int ValuesWith(string word) => _words.GetValueOrDefault(word);

    /// <summary>What a word says: a rare one much, one that stands in most values little.</summary>
    public double Weight(string word) => Math.Log(1 + ((Count + 1d) / (_words.GetValueOrDefault(word) + 1d)));
}
