using Crm.Analytics.Purchases;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Collects purchase lines in columns and leaves out what the caller does not want, counted.</summary>
internal sealed class PurchaseCollector(AnalysisRequest request)
{
    private const int Scale = 10_000;

    private readonly KeyCollector _customers = new();
    private readonly KeyCollector _products = new();
    private readonly KeyCollector _orders = new();
    private readonly List<int> _days = [];
    private readonly List<long> _amounts = [];
    private readonly List<long> _quantities = [];
    private readonly List<long> _costs = [];
    private bool _knowsCosts;
    private int _cheap;
    private int _returns;
    private int _read;
    private int _nameless;

    public void Add(PurchaseLine line)
    {
        _read++;
        if (line.Customer is null)
        {
            _nameless++;
            return;
        }

        if (request.Returns == ReturnPolicy.Ignore && (line.Amount < 0 || line.Quantity < 0))
        {
            _returns++;
            return;
        }

        if (line.UnitPrice < request.MinPrice)
        {
            _cheap++;
            return;
        }

        _customers.Add(line.Customer);
        _products.Add(line.Product);
        _orders.Add(line.Order);
        _days.Add(DayNumber.FromDate(line.Day));
        _amounts.Add((long)decimal.Round(line.Amount * Scale));
        _quantities.Add((long)decimal.Round(line.Quantity * Scale));
        _costs.Add((long)decimal.Round((line.Cost ?? 0) * Scale));
        _knowsCosts |= line.Cost is not null;
    }

    public PurchaseInput ToInput()
    {
        var columns = new PurchaseColumns
        {
            Customers = _customers.ToColumn(),
            Products = _products.IsEmpty ? null : _products.ToColumn(),
            Orders = _orders.IsEmpty ? null : _orders.ToColumn(),
            Days = _days.ToArray(),
            Amounts = _amounts.ToArray(),
            Quantities = _quantities.ToArray(),
            Costs = _knowsCosts ? _costs.ToArray() : default,
        };
        return new PurchaseInput(threads => PurchaseLog.From(columns, threads), _read, _nameless, _cheap, _returns);
    }
}
