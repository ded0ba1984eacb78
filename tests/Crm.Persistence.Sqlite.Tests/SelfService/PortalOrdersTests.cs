using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalOrdersTests(SqliteFixture fixture) : PortalOrdersSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
