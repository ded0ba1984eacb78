using System.Collections;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Keys as text, made when they are asked for.</summary>
internal sealed class KeyTexts(PurchaseKeys keys) : IReadOnlyList<string>
{
    public int Count => keys.Count;

    public string this[int index] => keys[index].ToString();

    public IEnumerator<string> GetEnumerator() => keys.Select(k => k.ToString()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
