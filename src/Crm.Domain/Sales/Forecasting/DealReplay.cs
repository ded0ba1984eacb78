using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Follows one deal through its changes.</summary>
internal sealed class DealReplay(DealHistory deal, StageOrder stages)
{
    private int _place = -1;
    private int _furthest = -1;
    private string? _owner = deal.Owner;
    private decimal? _amount;
    private double? _byHand;
    private LocalDate? _closeDate;
    private ForecastCategory? _category;
    private Instant? _closedAt;

    public void Apply(DealChange change)
    {
        if (change.Stage is { } stage)
        {
            Enter(stages.PlaceOf(stage, deal), change.At);
        }
        else if (_place < 0)
        {
            throw new ArgumentException($"Deal {deal.Id}: its first change names no stage.", nameof(change));
        }

        _owner = change.Owner ?? _owner;
        _amount = change.Amount is { } amount ? amount.Value : _amount;
        _closeDate = change.CloseDate is { } date ? date.Value : _closeDate;
        _category = change.Category is { } category ? category.Value : _category;
        if (change.Probability is { } probability)
        {
            _byHand = ByHand(probability.Value);
        }
    }

    public DealState? State()
    {
        if (_place < 0)
        {
            return null;
        }

        var stage = stages.Stages[_place];
        return new DealState
        {
            Stage = stage,
            FurthestOpenStage = _furthest >= 0 ? _furthest : stages.FirstOpen,
            Owner = _owner,
            Amount = _amount,
            CloseDate = _closeDate,
            ClosedAt = _closedAt,
            Probability = stage.Category switch
            {
                StageCategory.Won => 1,
                StageCategory.Lost => 0,
                _ => _byHand ?? stage.Probability,
            },
            Category = stage.Category switch
            {
                StageCategory.Won => ForecastCategory.Closed,
                StageCategory.Lost => ForecastCategory.Omitted,
                _ => _category ?? stage.ForecastCategory,
            },
        };
    }

    // A deal stays closed at the instant it closed for as long as the outcome is the same.
    private void Enter(int place, Instant at)
    {
        var (before, after) = (_place < 0 ? StageCategory.Open : stages.Stages[_place].Category, stages.Stages[place].Category);
        _place = place;
        if (after == StageCategory.Open)
        {
            (_furthest, _closedAt) = (Math.Max(_furthest, place), null);
        }
        else if (before != after)
        {
            _closedAt = at;
        }
    }

    private double? ByHand(double? probability) => probability switch
    {
        null => null,
        >= 0 and <= 1 when Math.Round(probability.Value, 2) == Math.Round(stages.Stages[_place].Probability, 2) => null,
        >= 0 and <= 1 => probability,
        _ => throw new ArgumentException($"Deal {deal.Id}: a probability is not between 0 and 1.", nameof(probability)),
    };
}
