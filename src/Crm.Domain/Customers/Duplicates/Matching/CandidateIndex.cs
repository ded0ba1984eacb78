namespace Crm.Domain.Customers;

/// <summary>
/// Which records are compared with which: those that share a <see cref="BlockingKeys">key</see>, and neighbours in some orders.
/// A key that many share says little: there only neighbours are compared, so that the work grows with the records, not with their square.
/// </summary>
internal sealed class CandidateIndex
{
    private readonly RecordTable _table;
    private readonly int _window;
    private readonly int[] _members;
    private readonly int[] _blockStart;
    private readonly int[] _blockOf;
    private readonly int[] _firstPosition;
    private readonly int[] _positions;
    private readonly int _maxBlock;
    private readonly int[][] _orders;
    private readonly int[][] _places;

    public CandidateIndex(RecordTable table, int maxBlock, int window)
    {
        (_table, _maxBlock, _window) = (table, maxBlock, window);
        var keys = new List<ulong>(table.Count * 16);
        var records = new List<int>(table.Count * 16);
        var blocking = new BlockingKeys(table);
        for (var i = 0; i < table.Count; i++)
        {
            var before = keys.Count;
            blocking.Add(i, keys);
            for (var k = before; k < keys.Count; k++)
            {
                records.Add(i);
            }
        }

        var sorted = keys.ToArray();
        _members = [.. records];
        Array.Sort(sorted, _members);
        (_orders, _places) = Orders(table);
        (_blockOf, _blockStart) = Blocks(sorted);
        (_firstPosition, _positions) = Positions(table.Count);
    }

    /// <summary>About how many candidates a record has, at most.</summary>
    public double AverageCandidates
    {
        get
        {
            var sum = 0d;
            for (var block = 0; block + 1 < _blockStart.Length; block++)
            {
                double size = _blockStart[block + 1] - _blockStart[block];
                sum += size > _maxBlock ? size * _window : size * (size - 1) / 2;
            }

            return (sum / Math.Max(1, _table.Count)) + (_orders.Length * _window);
        }
    }

    /// <summary>Adds the candidates of a record to a list: later records, each once; with two files, records of the second for one of the first.</summary>
    /// <param name="record">The record.</param>
    /// <param name="stamps">One number a record, at first -1; for one thread.</param>
    /// <param name="found">The list.</param>
    public void Gather(int record, int[] stamps, List<int> found)
    {
        for (var p = _firstPosition[record]; p < _firstPosition[record + 1]; p++)
        {
            var position = _positions[p];
            var block = _blockOf[position];
            var (start, end) = (_blockStart[block], _blockStart[block + 1]);
            if (end - start > _maxBlock)
            {
                (start, end) = (Math.Max(start, position - _window), Math.Min(end, position + _window + 1));
            }

            for (var i = start; i < end; i++)
            {
                Take(record, _members[i], stamps, found);
            }
        }

        for (var o = 0; o < _orders.Length; o++)
        {
            var place = _places[o][record];
            for (var i = Math.Max(0, place - _window); place >= 0 && i < Math.Min(_orders[o].Length, place + _window + 1); i++)
            {
                Take(record, _orders[o][i], stamps, found);
            }
        }
    }

    private void Take(int record, int other, int[] stamps, List<int> found)
    {
        var isPair = _table.Left < _table.Count ? record < _table.Left && other >= _table.Left : other > record;
        if (isPair && stamps[other] != record)
        {
            stamps[other] = record;
            found.Add(other);
        }
    }

    private (int[] BlockOf, int[] Starts) Blocks(ulong[] sorted)
    {
        var blockOf = new int[sorted.Length];
        var starts = new List<int> { 0 };
        var rank = _places[0];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            Array.Fill(blockOf, starts.Count - 1, start, end - start);
            starts.Add(end);
            if (end - start > _maxBlock)
            {
                Array.Sort(_members, start, end - start, Comparer<int>.Create((a, b) => rank[a].CompareTo(rank[b])));
            }
        }

        return (blockOf, [.. starts]);
    }

    private (int[] First, int[] Positions) Positions(int count)
    {
        var first = new int[count + 1];
        foreach (var record in _members)
        {
            first[record + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            first[i + 1] += first[i];
        }

        var (next, positions) = (first[..count], new int[_members.Length]);
        for (var position = 0; position < _members.Length; position++)
        {
            positions[next[_members[position]]++] = position;
        }

        return (first, positions);
    }

    // Neighbours by the whole name in either order, and by address; the first order ranks all records.
    private static (int[][] Orders, int[][] Places) Orders(RecordTable table)
    {
        RecordColumn[][] columns =
        [
            [RecordColumn.Family, RecordColumn.Given, RecordColumn.Organisation, RecordColumn.Birth, RecordColumn.Postcode, RecordColumn.Street],
            [RecordColumn.Given, RecordColumn.Family, RecordColumn.Birth],
            [RecordColumn.Street, RecordColumn.Number, RecordColumn.Postcode],
        ];
        var orders = columns.Select((c, i) => Order(table, c, all: i == 0)).ToArray();
        return (orders, [.. orders.Select(o => Places(o, table.Count))]);
    }

    private static int[] Order(RecordTable table, RecordColumn[] columns, bool all)
    {
        var records = Enumerable.Range(0, table.Count).Where(r => all || table.Columns[(int)columns[0]][r] >= 0).ToArray();
        var texts = records.Select(r => string.Join('\u0001', columns.Select(c => table.Text(r, c)?.Compact))).ToArray();
        Array.Sort(texts, records, Comparer<string>.Create(string.CompareOrdinal));
        return records;
    }

    private static int[] Places(int[] order, int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        for (var i = 0; i < order.Length; i++)
        {
            places[order[i]] = i;
        }

        return places;
    }
}
