using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalIndexTests(SqliteFixture fixture) : PortalIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
