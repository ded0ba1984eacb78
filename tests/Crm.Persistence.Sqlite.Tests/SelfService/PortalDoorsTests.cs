using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalDoorsTests(SqliteFixture fixture) : PortalDoorsSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
