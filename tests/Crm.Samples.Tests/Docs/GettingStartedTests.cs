using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/getting-started.md promises its reader.</summary>
public sealed class GettingStartedTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _app = await GettingStarted.BuildAsync([], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.ConfigureDbContext<ShopDbContext>(o => o.UseSqlite($"Data Source={_folder.File("shop.db")}"));
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Program_RegistersReadsCallsAndShowsTheTimeline()
    {
        using var client = _app.GetTestClient();
        using var created = await client.PostAsJsonAsync("/customers", new { name = "Anna Rossi", email = "anna@example.com" });
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        var path = created.Headers.Location!.OriginalString;
        (await client.GetStringAsync(path)).Should().Contain("Anna Rossi");
        using var call = await client.PostAsync($"{path}/calls?about=Where+is+my+kettle", null);
        call.StatusCode.Should().Be(HttpStatusCode.NoContent);

        using var timeline = JsonDocument.Parse(await client.GetStringAsync($"{path}/timeline"));
        timeline.RootElement.EnumerateArray().Select(i => i.GetProperty("kind").GetString()).Should().Equal("interaction", "customer-created");

        using var refused = await client.PostAsJsonAsync("/customers", new { name = "", email = "anna@example.com" });
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Results_EachRefusal_HasItsWord()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerDirectory>();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>();
        var customer = (await customers.RegisterAsync(new NewCustomer { OrganisationName = "Caffè Centrale" })).Value;
        (await unitOfWork.SaveAsync()).ThrowIfFailed();

        var version = customer.Version;
        (await GettingStarted.AddAddressAsync(customers, unitOfWork, customer.Id, "nonsense", version)).Should().Be("That is no e-mail address.");
        (await GettingStarted.AddAddressAsync(customers, unitOfWork, customer.Id, "a@example.com", version)).Should().Be("Added.");
        (await GettingStarted.AddAddressAsync(customers, unitOfWork, customer.Id, "b@example.com", version)).Should().StartWith("Somebody changed");
        (await GettingStarted.AddAddressAsync(customers, unitOfWork, customer.Id, "a@example.com", customer.Version)).Should().Contain("a@example.com");
        var nobody = CustomerId.From(Guid.NewGuid());
        (await GettingStarted.AddAddressAsync(customers, unitOfWork, nobody, "a@example.com", 1)).Should().Be("There is no such customer.");
    }
}
