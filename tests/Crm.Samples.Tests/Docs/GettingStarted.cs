// docs: getting-started-usings
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
// docs: end
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Samples.Tests.Docs;

/// <summary>The program of docs/getting-started.md, piece by piece.</summary>
internal static class GettingStarted
{
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder> test)
    {
        // docs: getting-started-services
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<ShopDbContext>(o => o.UseSqlite("Data Source=shop.db"));
        builder.Services.AddCrm(o => o.BusinessTimeZone = "Europe/Rome")
            .UseScope(_ => new CrmScope(Actor.Agent("ada", "Ada Agent")))   // who acts; later, from the signed-in user
            .UseEntityFrameworkCore<ShopDbContext>();
        // docs: end
        test(builder);

        // docs: getting-started-tables
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ShopDbContext>().Database.EnsureCreatedAsync();
        }

        // docs: end

        // docs: getting-started-endpoints
        app.MapPost("/customers", async (Registration written, CustomerDirectory customers, ICrmUnitOfWork unitOfWork) =>
        {
            // What people typed becomes a value, or is refused here: a value that exists is valid.
            if (!PersonName.TryParse(written.Name, out var name) || !EmailAddress.TryParse(written.Email, out var email))
            {
                return Results.BadRequest("A name and an e-mail address were expected.");
            }

            var registered = await customers.RegisterAsync(new NewCustomer { Name = name, Emails = [email] });
            if (!registered.TryGetValue(out var customer))
            {
                return Results.BadRequest(registered.Errors);
            }

            var saved = await unitOfWork.SaveAsync();   // nothing was written until here
            return saved.Succeeded
                ? Results.Created($"/customers/{customer.Id}", new { Id = customer.Id.Value })
                : Results.Conflict(saved.Errors);
        });

        app.MapGet("/customers/{id}", async (CustomerId id, CustomerDirectory customers) =>
            await customers.FindAsync(id) is { } customer ? Results.Ok(new { customer.DisplayName, customer.Version }) : Results.NotFound());

        app.MapPost("/customers/{id}/calls", async (CustomerId id, string about, ContactHistory history, ICrmUnitOfWork unitOfWork) =>
        {
            var recorded = await history.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, about));
            if (!recorded.Succeeded)
            {
                return Results.BadRequest(recorded.Errors);
            }

            var saved = await unitOfWork.SaveAsync();
            return saved.Succeeded ? Results.NoContent() : Results.Conflict(saved.Errors);
        });

        app.MapGet("/customers/{id}/timeline", async (CustomerId id, ContactHistory history) =>
        {
            var page = await history.TimelineAsync(id.ToSubject());
            return page.Items.Select(i => new { At = i.At.ToDateTimeOffset(), i.Kind, i.Text, i.Actor });
        });
        // docs: end
        return app;
    }

    // docs: getting-started-results
    /// <summary>Adds an address that a customer typed, for somebody who saw version <paramref name="seen"/> of the customer.</summary>
    public static async Task<string> AddAddressAsync(CustomerDirectory customers, ICrmUnitOfWork unitOfWork, CustomerId id, string typed, long seen)
    {
        if (!EmailAddress.TryParse(typed, out var email))
        {
            return "That is no e-mail address.";
        }

        var added = await customers.AddEmailAsync(id, email, expectedVersion: seen);
        if (!added.Succeeded)
        {
            return added.Errors[0].Code switch
            {
                nameof(CrmErrorDescriber.CustomerNotFound) => "There is no such customer.",
                nameof(CrmErrorDescriber.VersionConflict) => "Somebody changed the customer; look again.",
                _ => added.Errors[0].Message,   // a text for people, in their language
            };
        }

        var saved = await unitOfWork.SaveAsync();
        return saved.Succeeded ? "Added." : saved.Errors[0].Message;
    }
    // docs: end
}

// docs: getting-started-context
public sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Your own entities first, as ever.
        modelBuilder.ApplyCrm(this);
    }
}

public sealed record Registration(string Name, string Email);   // what a caller of the API below may say
// docs: end
