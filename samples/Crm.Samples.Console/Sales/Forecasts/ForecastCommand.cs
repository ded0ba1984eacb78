using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary><c>crm forecast [FILE]</c>: from a file of events, or over the deals of the database.</summary>
internal static class ForecastCommand
{
    private static readonly Argument<string?> s_file = new("FILE") { Description = "JSON with stages and deals, each with its events; - reads what is piped in. Left out: the deals of the database.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> s_pipeline = new("--pipeline") { Description = "Only deals of a pipeline of the database, by its name or id." };
    private static readonly Option<string?> s_owner = new("--owner") { Description = "Only deals of the database that somebody answers for." };

    public static Command Create()
    {
        var moment = new ForecastMoment();
        return new Command("forecast", "What sales were expected at any moment, from the logs of deals.").With([s_file, .. moment.All, s_pipeline, s_owner, .. SalesTeamCommands.All()]).Does((run, token) =>
        {
            var (asOf, length) = moment.Read(run);
            return run.Find(s_file) is { } file ? FromFile(run, file, asOf, length) : FromDatabaseAsync(run, asOf, length, token);
        });
    }

    private static Task FromFile(Run run, string path, Instant? asOf, ForecastPeriodLength length)
    {
        if (run.Get(s_pipeline) is not null || run.Get(s_owner) is not null)
        {
            throw CommandFailure.Usage("--pipeline and --owner are of the database's deals.");
        }

        var file = ForecastFile.Read(TextSource.Of(path));
        var forecast = SalesForecast.AsOf(file.Deals, file.Stages, asOf ?? file.Last ?? NodaConstants.UnixEpoch, new ForecastOptions { Length = length });
        ForecastDocument.Print(run, forecast, file.Rates);
        return Task.CompletedTask;
    }

    private static Task FromDatabaseAsync(Run run, Instant? asOf, ForecastPeriodLength length, CancellationToken cancellationToken) => run.WithCrmAsync(
        async session =>
        {
            var pipeline = run.Get(s_pipeline) is { } key ? (await session.PipelineAsync(key, cancellationToken)).Id : (PipelineId?)null;
            var question = new ForecastQuestion { AsOf = asOf, Length = length, PipelineId = pipeline, OwnerId = run.Get(s_owner) };
            ForecastDocument.Print(run, await session.Get<ForecastReports>().AsOfAsync(question, cancellationToken));
        },
        cancellationToken);
}
