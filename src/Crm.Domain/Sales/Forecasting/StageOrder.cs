namespace Crm.Domain.Sales;

/// <summary>Stages by their name, with their place in the pipeline.</summary>
internal sealed class StageOrder
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public StageOrder(IReadOnlyList<ForecastStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        Stages = stages;
        FirstOpen = -1;
        for (var i = 0; i < stages.Count; i++)
        {
            var stage = stages[i];
            if (!_places.TryAdd(stage.Name, i))
            {
                throw new ArgumentException($"There are two stages {stage.Name}.", nameof(stages));
            }

            if (stage.Probability is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"The probability of {stage.Name} is not between 0 and 1.", nameof(stages));
            }

            FirstOpen = FirstOpen < 0 && stage.Category == StageCategory.Open ? i : FirstOpen;
        }
    }

    public IReadOnlyList<ForecastStage> Stages { get; }

    /// <summary>The place of the first open stage; -1 when there is none.</summary>
    public int FirstOpen { get; }

    public int PlaceOf(string name, DealHistory deal) => _places.TryGetValue(name, out var place)
        ? place
        : throw new ArgumentException($"Deal {deal.Id}: there is no stage {name}.", nameof(name));
}
