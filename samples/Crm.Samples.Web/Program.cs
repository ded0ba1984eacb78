using Crm.Samples.Web;
using Crm.Samples.Web.Api;
using Crm.Samples.Web.Demo;
using Crm.Samples.Web.Desk;

var builder = WebApplication.CreateBuilder(args);

// Static files are found in every environment, also when the program is started from its build folder.
builder.WebHost.UseStaticWebAssets();

// The commands of the database belong into the log of somebody who looks for them.
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

builder.Services.AddDeskDatabase(builder.Configuration, builder.Environment);
builder.Services.AddDemoSignIn(builder.Configuration, builder.Environment);
builder.Services.AddScoped<HelpCentre>();
builder.Services.AddScoped<Show>();
builder.Services.AddSingleton<DemoRecords>();
builder.Services.AddHostedService<DemoService>();
builder.Services.AddRazorPages();
builder.Services.AddContactApi();

var app = builder.Build();

app.UseMiddleware<SecurityHeaders>();
app.UseExceptionHandler("/status/500");
app.UseStatusPages();

// Here and not at the beginning, so that an error page is routed anew.
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();

// What is not said to be public needs an agent: see DemoSignIn.
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages();
app.MapContactApi();
app.MapOpenApi().AllowAnonymous();

// What is nowhere is not found by anybody, agent or guest.
app.MapFallback(() => Results.NotFound()).AllowAnonymous();

await app.Services.CreateTablesAsync();
app.Run();
