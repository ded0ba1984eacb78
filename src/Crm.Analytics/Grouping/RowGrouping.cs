using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Grouping;

/// <summary>
/// Orders rows by customer, then day, then source order: a scatter into partitions of neighbouring customers that fit
/// the cache, then two stable counting sorts inside each. No step compares rows, and none depends on the thread count.
/// </summary>
internal sealed class RowGrouping
{
    private const int RowsPerPartition = 1 << 15;
    private const int MaximumPartitions = 1 << 10;
    private const int MinimumRowsPerSlice = 1 << 16;

    private readonly RowScratch _scratch;
    private readonly DayRange _range;
    private readonly int _dayBits;
    private readonly int _shift;
    private readonly int _partitions;
    private readonly int _degree;
    private int[] _customers;

    private RowGrouping(int[] customers, int customerCount, DayRange range, int degree, RowScratch scratch)
    {
        _scratch = scratch;
        (_range, _dayBits) = (range, range.Bits);
        _customers = customers;
        _degree = degree;
        var wanted = Math.Clamp(customers.Length / RowsPerPartition, 1, MaximumPartitions);
        // A row on its way holds its customer, counted within the partition, and its day in one word.
        _shift = Math.Min(32 - _dayBits, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, customerCount / wanted))));
        _partitions = customerCount == 0 ? 0 : ((customerCount - 1) >> _shift) + 1;
        RowStarts = new int[customerCount + 1];
        Days = [];
        Payloads = [];
    }

    /// <summary>Where each customer's rows start; one more entry for the end.</summary>
    public int[] RowStarts { get; }

    /// <summary>The day of each row, ordered.</summary>
    public int[] Days { get; private set; }

    /// <summary>The payload of each row, ordered.</summary>
    public long[] Payloads { get; private set; }

    /// <summary>Groups rows; rows whose customer is negative are left out.</summary>
    /// <param name="customers">The customer position of each row; the array is taken over.</param>
    /// <param name="customerCount">How many customers there are.</param>
    /// <param name="days">The day of each row.</param>
    /// <param name="range">The first and the last of the days.</param>
    /// <param name="payloads">What to move with each row; empty for the row's own number.</param>
    /// <param name="degree">How many threads may work.</param>
    /// <param name="scratch">Memory for the rows on their way.</param>
    public static RowGrouping Group(
        int[] customers, int customerCount, ReadOnlyMemory<int> days, DayRange range, ReadOnlyMemory<long> payloads, int degree, RowScratch scratch)
    {
        var grouping = new RowGrouping(customers, customerCount, range, degree, scratch);
        grouping.Run(days, payloads);
        return grouping;
    }

    private void Run(ReadOnlyMemory<int> days, ReadOnlyMemory<long> payloads)
    {
        var slices = Slices.Count(_customers.Length, _degree, MinimumRowsPerSlice);
        var counts = new int[slices][];
        Slices.Run(slices, _degree, slice => counts[slice] = CountPartitions(slice, slices));
        var targets = new PartitionTargets(counts, _partitions);
        _scratch.Rows<Item>(targets.Total);
        Slices.Run(slices, _degree, slice => Scatter(slice, slices, targets.Cursors(slice), days.Span, payloads.Span, _scratch.Rows<Item>(targets.Total)));
        // The rows know their customers now, so the days can go where those were.
        Days = _customers.Length == targets.Total ? _customers : GC.AllocateUninitializedArray<int>(targets.Total);
        _customers = [];
        Payloads = GC.AllocateUninitializedArray<long>(targets.Total);
        Slices.Run(_partitions, _degree, partition => Sort(partition, _scratch.Rows<Item>(targets.Total)[targets.RowsOf(partition)], targets.RowsOf(partition).Start.Value));
        RowStarts[^1] = targets.Total;
    }

    private int[] CountPartitions(int slice, int slices)
    {
        var counts = new int[_partitions];
        var (start, end) = Slices.Range(slice, slices, _customers.Length);
        foreach (var customer in _customers.AsSpan(start, end - start))
        {
            if (customer >= 0) counts[customer >> _shift]++;
        }

        return counts;
    }

    private void Scatter(int slice, int slices, int[] cursors, ReadOnlySpan<int> days, ReadOnlySpan<long> payloads, Span<Item> items)
    {
        var (start, end) = Slices.Range(slice, slices, _customers.Length);
        var (first, bits, within) = (_range.First, _dayBits, (1u << _shift) - 1);
        for (var row = start; row < end; row++)
        {
            var customer = _customers[row];
            if (customer < 0) continue;
            ref var item = ref items[cursors[customer >> _shift]++];
            item.Payload = payloads.IsEmpty ? row : payloads[row];
            item.Place = (((uint)customer & within) << bits) | (uint)(days[row] - first);
        }
    }

    private void Sort(int partition, Span<Item> items, int start)
    {
        var scratch = ArrayPool<Item>.Shared.Rent(items.Length);
        var (bits, mask) = (_dayBits, (1u << _dayBits) - 1);
        var ordered = OrderByDay(items, scratch.AsSpan(0, items.Length), mask);

        var first = partition << _shift;
        var next = RowStarts.AsSpan(first, Math.Min(1 << _shift, RowStarts.Length - 1 - first));
        foreach (ref readonly var item in ordered) next[(int)(item.Place >> bits)]++;
        var target = start;
        foreach (ref var count in next) (count, target) = (target, target + count);
        foreach (ref readonly var item in ordered)
        {
            var at = next[(int)(item.Place >> bits)]++;
            Days[at] = _range.First + (int)(item.Place & mask);
            Payloads[at] = item.Payload;
        }

        // Each entry has moved to the end of its customer, which is the start of the next one.
        next[..^1].CopyTo(next[1..]);
        next[0] = start;
        ArrayPool<Item>.Shared.Return(scratch);
    }

    private static Span<Item> OrderByDay(Span<Item> items, Span<Item> scratch, uint mask)
    {
        var (lowest, highest, ordered) = (int.MaxValue, int.MinValue, true);
        foreach (ref readonly var item in items)
        {
            var day = (int)(item.Place & mask);
            ordered &= day >= highest;
            lowest = Math.Min(lowest, day);
            highest = Math.Max(highest, day);
        }

        if (ordered) return items;
        var range = (long)highest - lowest + 1;
        if (range > (16L * items.Length) + 4096)
        {
            items.CopyTo(scratch);
            MemoryExtensions.Sort(Enumerate(scratch, mask), scratch);
            return scratch;
        }

        var next = new int[range];
        foreach (ref readonly var item in items) next[(int)(item.Place & mask) - lowest]++;
        var target = 0;
        foreach (ref var count in next.AsSpan()) (count, target) = (target, target + count);
        foreach (ref readonly var item in items) scratch[next[(int)(item.Place & mask) - lowest]++] = item;
        return scratch;
    }

    /// <summary>Keys that order items by day and, within a day, as they stand.</summary>
    private static Span<long> Enumerate(ReadOnlySpan<Item> items, uint mask)
    {
        var keys = new long[items.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((long)(items[i].Place & mask) << 32) | (uint)i;
        return keys;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Item
    {
        public long Payload;

        /// <summary>The customer's number within the partition, then the day counted from the first one.</summary>
        public uint Place;
    }
}
