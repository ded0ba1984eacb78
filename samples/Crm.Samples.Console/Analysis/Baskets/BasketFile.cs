using Crm.Analytics.Baskets;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads files of one basket a line: item ids between blanks (<c>fimi</c>), or names between commas (<c>basket</c>).</summary>
internal sealed class BasketFile
{
    private readonly KeyCollector _keys = new();
    private readonly List<int> _starts = [0];

    private int _count;

    /// <summary>Reads the files; an empty line is an empty basket.</summary>
    public static Func<BasketOptions, BasketTable> Read(AnalysisRequest request)
    {
        var file = new BasketFile();
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            source.Read(reader =>
            {
                while (reader.ReadLine() is { } line)
                {
                    file.Add(line, request.Format);
                }

                return true;
            });
        }

        var (keys, starts) = (file._keys.ToColumn(), file._starts.ToArray());
        return options => BasketTable.From(keys, starts, options);
    }

    private void Add(string line, PurchaseFormat format)
    {
        var items = format == PurchaseFormat.Fimi
            ? line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var item in items)
        {
            _keys.Add(item);
        }

        _count = checked(_count + items.Length);
        _starts.Add(_count);
    }
}
