using Crm.Samples.Embedding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// dotnet run --project samples/Crm.Samples.Embedding [--db FILE | --db "Host=…"]
var builder = Host.CreateApplicationBuilder(args);

// The story provokes a refusal of the database; EF Core would log it as an error.
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
var database = builder.Configuration["db"] ?? "shop.db";
builder.Services.AddShop(database);
builder.Services.AddSingleton<Story>();

// The host is built but not run, so its background service does not deliver events: the story does, where it can be seen.
using var host = builder.Build();
Console.WriteLine(database.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) ? "Shop and CRM in one PostgreSQL database" : $"Shop and CRM in one file: {database}");
return await host.Services.GetRequiredService<Story>().TellAsync();
