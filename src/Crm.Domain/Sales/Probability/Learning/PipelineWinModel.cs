using System.Text.Json;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What was learned from the closed opportunities of one pipeline. A value: replaced as a whole, and the same whether it grew deal by deal or was made anew.</summary>
public sealed class PipelineWinModel
{
    private PipelineWinModel() => Definition = null!;

    internal PipelineWinModel(PipelineId pipelineId, WinProbabilityModel model, WinCalibration? calibration, Instant learnedAt)
    {
        (PipelineId, Won, Lost, LearnedAt) = (pipelineId, model.Closed.Won, model.Closed.Lost, learnedAt);
        (Slope, Intercept) = (calibration?.Slope, calibration?.Intercept);
        Definition = JsonSerializer.Serialize(model.Counts, WinJson.Default.IReadOnlyListWinCount);
    }

    /// <summary>The pipeline.</summary>
    public PipelineId PipelineId { get; private set; }

    /// <summary>The won opportunities that it learned from.</summary>
    public int Won { get; private set; }

    /// <summary>The lost ones.</summary>
    public int Lost { get; private set; }

    /// <summary>The slope of the calibration; null where too few are closed for one.</summary>
    public double? Slope { get; private set; }

    /// <summary>The intercept of the calibration; null where too few are closed for one.</summary>
    public double? Intercept { get; private set; }

    /// <summary>The counts as JSON.</summary>
    public string Definition { get; private set; }

    /// <summary>When it last learned.</summary>
    public Instant LearnedAt { get; private set; }

    /// <summary>The calibration; null where too few are closed for one.</summary>
    public WinCalibration? Calibration => Slope is { } slope && Intercept is { } intercept ? new WinCalibration(slope, intercept) : null;

    /// <summary>The counts.</summary>
    public IReadOnlyList<WinCount> Counts => JsonSerializer.Deserialize(Definition, WinJson.Default.IReadOnlyListWinCount)!;

    /// <summary>The model, as chances are reckoned with it.</summary>
    /// <param name="pipeline">Its pipeline, whose order of stages counts.</param>
    /// <param name="options">Smoothing and thresholds.</param>
    /// <returns>The model.</returns>
    internal WinProbabilityModel ToModel(Pipeline pipeline, WinProbabilityOptions options) => new([.. pipeline.OpenStages.Select(s => s.Key)], Counts, options);
}
