using System.Data.Common;
using Crm.Analytics.Insights;
using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Interactions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Crm.Samples.Console.Hosting;

/// <summary>The application that embeds the CRM: the ready-made context on SQLite or PostgreSQL.</summary>
internal sealed class CrmHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CrmHost(string database, string? suppressionKey, IClock? clock, Action<CrmOptions>? configure, Action<InsightOptions>? insights)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddDbContext<CrmDbContext>(options => Use(options, database));
        var crm = services.AddCrm(options =>
        {
            options.SuppressionKey = suppressionKey;
            options.Intake.TokenKey = Hosting.SuppressionKey.ForMessages(suppressionKey);
            options.Marketing.TokenKey = Hosting.SuppressionKey.ForMessages(suppressionKey);
            options.KnowledgeReading.ReaderSecret = Hosting.SuppressionKey.ForReaders(suppressionKey);
            options.Feedback.TokenKey = Hosting.SuppressionKey.ForSurveys(suppressionKey);
            options.SelfService.TokenKey = Hosting.SuppressionKey.ForPortal(suppressionKey);
            options.SelfService.InvitationTemplate = "portal-invitation";
            options.SelfService.ConfirmationTemplate = "portal-code";
            options.CaseFollowing.AnswerTemplate = "case-answer";
            configure?.Invoke(options);
        }).UseEntityFrameworkCore<CrmDbContext>().AddCrmInsights(insights);
        if (!IsServer(database))
        {
            crm.UseAttachmentFolder(database + ".files");
        }

        foreach (var channel in new[] { Channels.Email, Channels.Sms, Channels.Fax, Channels.Letter, Channels.PrintedMatter })
        {
            services.AddSingleton<IMessageSender>(new FileMessageSender(channel, "outbox"));
        }

        _services = services.BuildServiceProvider();
    }

    /// <summary>Opens a database and creates the tables where they are missing.</summary>
    public static async Task<CrmHost> OpenAsync(
        string database, CancellationToken cancellationToken, IClock? clock = null, Action<CrmOptions>? configure = null, Action<InsightOptions>? insights = null)
    {
        CrmHost? host = null;
        try
        {
            host = new CrmHost(database, SuppressionKey.Find(database), clock, configure, insights);
            await using var session = host.Begin(Terminal.Agent);
            await session.Get<CrmDbContext>().Database.EnsureCrmCreatedAsync(cancellationToken);
            return host;
        }
        catch (Exception exception) when (exception is DbException or ArgumentException or InvalidOperationException { InnerException: DbException })
        {
            await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw CommandFailure.Input(
                "DatabaseUnusable", $"The database cannot be opened: {(exception is ArgumentException ? exception : exception.GetBaseException()).Message}", NameOf(database), inner: exception);
        }
    }

    public CrmSession Begin(Actor actor) => new(_services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(actor)));

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private static void Use(DbContextOptionsBuilder options, string database)
    {
        if (IsServer(database))
        {
            options.UseNpgsql(database);
        }
        else
        {
            options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = database }.ToString());
        }
    }

    public static bool IsServer(string database) =>
        database.Split(';').Any(part => part.Split('=')[0].Trim() is { } key && part.Contains('=', StringComparison.Ordinal)
            && (key.Equals("Host", StringComparison.OrdinalIgnoreCase) || key.Equals("Server", StringComparison.OrdinalIgnoreCase)));

    // A connection string may hold a password.
    private static string NameOf(string database)
    {
        if (!IsServer(database))
        {
            return database;
        }

        try
        {
            var parts = new NpgsqlConnectionStringBuilder(database);
            return $"{parts.Host}/{parts.Database}";
        }
        catch (ArgumentException)
        {
            return "--db";
        }
    }
}
