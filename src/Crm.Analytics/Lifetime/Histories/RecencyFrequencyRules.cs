using Crm.Analytics.Grouping;

namespace Crm.Analytics.Lifetime;

internal readonly struct RecencyFrequencyRules : IKeyRules<RecencyFrequency>
{
    public static bool IsMissing(RecencyFrequency key) => false;

    public static uint Hash(RecencyFrequency key) => Int64Rules.Hash(
        BitConverter.DoubleToInt64Bits(key.Recency) + (31 * BitConverter.DoubleToInt64Bits(key.Age)) + ((long)key.Frequency << 20));

    public static bool AreEqual(RecencyFrequency left, RecencyFrequency right) => left == right;

    public static void Sort(RecencyFrequency[] keys, int[] numbers) => Array.Sort(keys, numbers);
}
