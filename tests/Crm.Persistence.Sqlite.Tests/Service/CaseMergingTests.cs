using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseMergingTests(SqliteFixture fixture) : CaseMergingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
