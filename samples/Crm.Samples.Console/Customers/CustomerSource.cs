using System.Runtime.CompilerServices;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Customers;

/// <summary>A file of customers that was read to its end once, so that a fault in it is found before anything is written.</summary>
internal sealed class CustomerSource
{
    private readonly TextSource _source;
    private readonly CustomerLayout _layout;
    private readonly IReadOnlyList<string> _header;

    private CustomerSource(TextSource source, CustomerLayout layout, IReadOnlyList<string> header, int rows) => (_source, _layout, _header, Rows) = (source, layout, header, rows);

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Checks a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="layout">Its layout; null to find it out from the header.</param>
    /// <param name="map">Columns that somebody named for it.</param>
    public static CustomerSource Of(TextSource source, CustomerLayout? layout, IReadOnlyList<LayoutColumn>? map = null)
    {
        source = source.WithUsualEncoding();
        using var text = new StrictText(source);
        var chosen = layout ?? Detect(source, text.Header, map is { Count: > 0 });
        if (map is { Count: > 0 })
        {
            chosen = chosen.With(map);
        }

        if (chosen.CanRead(text.Header) is { IsPermitted: false } refused)
        {
            throw Unusable(source, text.Header, refused.ToError(CrmErrorDescriber.Default));
        }

        var rows = 0;
        while (text.Next() is not null)
        {
            rows++;
        }

        return new CustomerSource(source, chosen, text.Header, rows);
    }

    /// <summary>The file as the importer takes it.</summary>
    public CustomerImportFile File => new(Path.GetFileName(_source.Name), _source.Fingerprint(), _header) { Layout = _layout };

    /// <summary>Its rows, read anew.</summary>
    public async IAsyncEnumerable<CustomerImportRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var text = new StrictText(_source);
        while (text.Next() is { } cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new CustomerImportRow(text.Row, cells);
        }

        await Task.CompletedTask;
    }

    private static CustomerLayout Detect(TextSource source, IReadOnlyList<string> header, bool hasMap)
    {
        var detected = CustomerLayout.Detect(header, CrmErrorDescriber.Default);
        return detected.TryGetValue(out var layout) ? layout : hasMap ? CustomerLayout.Crm : throw Unusable(source, header, detected.Errors[0]);
    }

    private static CommandFailure Unusable(TextSource source, IReadOnlyList<string> header, CrmError error) =>
        CommandFailure.Input(error.Code, error.Message, source.Name, 1, error.Code == "ImportColumnMissing" ? error.Target : header[0]);
}
